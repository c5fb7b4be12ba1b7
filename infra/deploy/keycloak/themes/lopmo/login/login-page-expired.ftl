<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <p class="soft">${msg("lopmoExpired")}</p>
    <a class="btn main" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("lopmoSignInAgain")}</a>
    <a class="btn" id="loginContinueLink" href="${url.loginAction}">${msg("lopmoGoOn")}</a>
  </#if>
</@layout.registrationLayout>
