<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#assign failed = messagesPerField.existsError("username", "password")>
<@layout.registrationLayout displayMessage=!failed; section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <form id="kc-form-login" action="${url.loginAction}" method="post">
      <#if failed>
        <p class="word word-error" role="alert">${kcSanitize(messagesPerField.getFirstError("username", "password"))?no_esc}</p>
      </#if>
      <#if !usernameHidden??>
        <div class="field">
          <label for="username">${msg("lopmoUsername")}</label>
          <input class="input" id="username" name="username" type="text" value="${(login.username!'')}" autocomplete="username"
            autocapitalize="none" spellcheck="false" aria-describedby="username-hint"
            <#if failed>aria-invalid="true"<#else>autofocus</#if>>
          <p class="hint" id="username-hint">${msg("lopmoUsernameHint")}</p>
        </div>
      </#if>
      <@field.password name="password" label=msg("password") autofocus=failed />
      <input type="hidden" name="credentialId" value="${(auth.selectedCredential)!''}">
      <button class="btn main" id="kc-login" name="login" type="submit">${msg("doLogIn")}</button>
      <p class="quiet">${msg("lopmoForgotten")}</p>
    </form>
  </#if>
</@layout.registrationLayout>
